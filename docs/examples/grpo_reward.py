"""A TRL GRPO reward function that asks Aisle: POST /v1/reward.

The reward function needs the standard library only; training needs `trl` and `datasets`. What was checked is said in docs/rewards.md.

    AISLE_URL=http://127.0.0.1:8787 AISLE_TOKEN=... accelerate launch grpo_reward.py prompts.jsonl

`prompts.jsonl` holds one {"prompt": [{"role": "system", ...}, {"role": "user", ...}]} a line.
"""

import json
import os
import sys
import urllib.request

URL = os.environ.get("AISLE_URL", "http://127.0.0.1:8787")
TOKEN = os.environ.get("AISLE_TOKEN", "")
BATCH = 64  # at most 256 rollouts a request


def post(path, body, headers=None):
    request = urllib.request.Request(
        URL + path,
        data=json.dumps(body).encode(),
        headers={"content-type": "application/json", **(headers or {})},
    )
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)


def aisle_reward(prompts, completions, **kwargs):
    """One reward a completion, 0 to 1; None where the judge failed, which TRL leaves out.

    Conversational format: each prompt and completion is a list of messages; with `tools` the completion holds the calls
    (arguments as objects) and the tool messages too.
    """
    rollouts = [
        {"messages": list(prompt) + list(completion), "prompt_messages": len(prompt)}
        for prompt, completion in zip(prompts, completions)
    ]
    rewards = []
    for start in range(0, len(rollouts), BATCH):
        body = {"rollouts": rollouts[start : start + BATCH], "judge": os.environ.get("AISLE_JUDGE") == "1"}
        answer = post("/v1/reward", body, {"authorization": f"Bearer {TOKEN}"})
        rewards += [each["reward"] for each in answer["rewards"]]
    return rewards


def search_db(query: str) -> str:
    """
    Searches the shop's catalogue.

    Args:
        query: Words to find, in the shopper's language.

    Returns:
        JSON with `total` and `items`, each with its `id`.
    """
    found = post("/v1/search", {"query": query, "limit": 6})
    items = [{"id": item["id"], "title": item["title"]} for item in found["items"]]
    return json.dumps({"total": found["total"], "items": items}, ensure_ascii=False)


if __name__ == "__main__":
    from datasets import load_dataset
    from trl import GRPOConfig, GRPOTrainer

    trainer = GRPOTrainer(
        model="Qwen/Qwen3-0.6B",
        reward_funcs=aisle_reward,
        tools=[search_db],
        args=GRPOConfig(output_dir="aisle-grpo", num_generations=8, max_completion_length=1024),
        train_dataset=load_dataset("json", data_files=sys.argv[1], split="train"),
    )
    trainer.train()
