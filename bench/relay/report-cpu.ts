// Preloaded into every contestant: answers the bench's question how much processor time this process has used.
process.on('message', (message) => {
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage() });
});
// The question must not keep a server running.
process.channel?.unref();
// Ends with the bench, however that ends.
process.on('disconnect', () => process.exit());
