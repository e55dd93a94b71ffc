/** The films there are. */
export type FilmName = 'camera' | 'drone' | 'projector' | 'tent' | 'ebike';

interface Order {
  readonly name: FilmName;
  /** Drawings as data addresses, by the name the film calls them. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** Runs inside the page, so it may use nothing outside itself: plays a film on a canvas and records it. */
export async function film({ name, pictures, seconds }: Order): Promise<{ base64: string; type: string }> {
  const [width, height] = [640, 360];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new Error('no canvas');
  const images = new Map<string, HTMLImageElement>();
  for (const [key, address] of Object.entries(pictures)) {
    const image = new Image();
    image.src = address;
    await image.decode();
    images.set(key, image);
  }

  /** 0 before `from`, 1 after `to` (seconds), smooth between. */
  const between = (t: number, from: number, to: number) => {
    const k = Math.min(1, Math.max(0, (t - from) / (to - from)));
    return k * k * (3 - 2 * k);
  };
  /** Lays a drawing over the frame: (x, y) of the drawing in the middle, `zoom` 1 = as wide as the frame. */
  const show = (key: string, { zoom = 1, x = 400, y = 309, alpha = 1, dx = 0, dy = 0 } = {}) => {
    const image = images.get(key);
    if (!image || alpha <= 0) return;
    const scale = (width / 800) * zoom;
    pen.globalAlpha = alpha;
    pen.drawImage(image, width / 2 - x * scale + dx, height / 2 - y * scale + dy, 800 * scale, 600 * scale);
    pen.globalAlpha = 1;
  };
  const cover = (color: string, alpha: number) => {
    pen.globalAlpha = alpha;
    pen.fillStyle = color;
    pen.fillRect(0, 0, width, height);
    pen.globalAlpha = 1;
  };
  /** An empty floor: the drawing's own sweep, taken from its left edge. */
  const floor = () => {
    const image = images.get('ground');
    if (image) pen.drawImage(image, 0, 84, 8, 450, 0, 0, width, height);
  };

  const stories: Record<FilmName, (t: number) => void> = {
    camera: (t) => {
      pen.filter = `blur(${(5 * (1 - between(t, 0.3, 2))).toFixed(1)}px)`;
      show('whole', { zoom: 1 + 0.75 * between(t, 0, 4), x: 400 + 16 * between(t, 0, 4), y: 309 + 40 * between(t, 0, 4) });
      pen.filter = 'none';
      const shut = between(t, 3.55, 3.68) - between(t, 3.76, 3.95);
      pen.fillStyle = '#0d0e11';
      pen.fillRect(0, 0, width, (height / 2) * shut);
      pen.fillRect(0, height - (height / 2) * shut, width, (height / 2) * shut);
      show('back', { zoom: 1.5 - 0.5 * between(t, 4.3, 8), y: 340 - 35 * between(t, 4.3, 8), alpha: between(t, 4.2, 4.8) });
    },
    drone: (t) => {
      floor();
      const lift = between(t, 1.4, 3.8);
      const sway = Math.sin(t * 1.7) * 5 * lift;
      pen.globalAlpha = 1;
      pen.fillStyle = `rgba(40,36,30,${0.2 - 0.1 * lift})`;
      pen.filter = `blur(${4 + 6 * lift}px)`;
      pen.beginPath();
      pen.ellipse(width / 2 + sway, 318, 150 + 26 * lift, 11, 0, 0, Math.PI * 2);
      pen.fill();
      pen.filter = 'none';
      const speed = between(t, 0.2, 1.4);
      const frame = Math.floor((t * t * 2 + t * 11) * speed) % 6;
      show(`turn${frame}`, { zoom: 0.92 + 0.06 * lift, dx: sway, dy: 82 - 92 * lift + Math.sin(t * 2.3) * 3 * lift, y: 316 });
      show('above', { zoom: 1.25 - 0.2 * between(t, 5, 8), y: 300, alpha: between(t, 5, 5.7) });
    },
    projector: (t) => {
      show('whole', { zoom: 1.05 + 0.4 * between(t, 0, 3), y: 309 + 6 * between(t, 0, 3) });
      cover('#20202c', 0.45 * (1 - between(t, 1, 1.7)));
      const room = between(t, 2.5, 3.1);
      if (room <= 0) return;
      const zoom = 1.1 - 0.1 * between(t, 3, 8);
      const middle = 268;
      show('room', { zoom, y: middle, alpha: room });
      const scale = (width / 800) * zoom;
      const at = (px: number, py: number) => [width / 2 + (px - 400) * scale, height / 2 + (py - middle) * scale] as const;
      const [left, top] = at(156, 50);
      const [right, bottom] = at(644, 335);
      const open = between(t, 4, 5);
      pen.globalAlpha = room * (1 - between(t, 4.2, 5.4));
      pen.fillStyle = '#363748';
      pen.fillRect(left, top, right - left, bottom - top);
      pen.globalAlpha = room * between(t, 3.5, 4.1) * (1 - between(t, 4.4, 5.2));
      pen.fillStyle = '#f4efe2';
      const w = (right - left - 16) * (0.2 + 0.8 * open);
      const h = (bottom - top - 16) * (0.02 + 0.98 * open);
      pen.fillRect((left + right - w) / 2, (top + bottom - h) / 2, w, h);
      pen.globalAlpha = 1;
    },
    tent: (t) => {
      floor();
      const up = 0.05 + 0.95 * between(t, 1.6, 3.2) + 0.03 * Math.sin(Math.max(0, t - 3.1) * 9) * Math.exp(-Math.max(0, t - 3.1) * 3);
      const tent = images.get('pitched');
      const scale = width / 800;
      const foot = height - 44;
      if (tent) {
        pen.globalAlpha = between(t, 0.1, 0.8);
        const spread = 0.6 + 0.4 * between(t, 0.2, 1.4);
        pen.drawImage(tent, width / 2 - 400 * scale * spread, foot - 478 * scale * up, 800 * scale * spread, 600 * scale * up);
        pen.globalAlpha = 1;
      }
      cover('#16204a', 0.5 * between(t, 4.4, 5.2));
      show('night', { zoom: 1.14 - 0.14 * between(t, 4.8, 8), y: 334 - 20 * between(t, 4.8, 8), alpha: between(t, 4.7, 5.6) });
    },
    ebike: (t) => {
      floor();
      const way = between(t, 0, 2.4) - 1 + 1.5 * between(t, 3.1, 5.2) ** 2;
      const rolled = way * 46;
      show(`turn${((Math.floor(rolled) % 6) + 6) % 6}`, { zoom: 0.92, dx: way * 560, y: 318 });
      show('ride', { zoom: 1.02 + 0.2 * between(t, 4.8, 8), y: 326 - 8 * Math.sin(t * 3), alpha: between(t, 4.6, 5.2) });
    },
  };

  const type = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'].find((t) => MediaRecorder.isTypeSupported(t));
  if (!type) throw new Error('this browser records no WebM');
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: type, videoBitsPerSecond: 170_000 });
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  stories[name](0);
  recorder.start();
  const start = performance.now();
  await new Promise<void>((resolve) => {
    const step = () => {
      const t = (performance.now() - start) / 1000;
      stories[name](Math.min(t, seconds));
      if (t < seconds) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { base64: btoa(binary), type };
}
