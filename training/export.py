"""Write a trained reader as an int8 ONNX file with its card: what it was made from, limits, checksums.

python export.py build/reader.pt ../src/multivector/coding/learned/reader.onnx
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import pretrained

from multivector.coding.learned.arrays import INPUTS
from multivector.coding.learned.paths import DOWN, UP

OUT = ["types", "modes", "statuses", "roles", "counts"]


def main() -> None:
    """Run the export."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    reader = pretrained()
    reader.load_state_dict(torch.load(source))
    reader.eval()
    pieces = torch.randint(1000, 2000, (2, 40))
    zeros, names, one = torch.zeros_like(pieces), torch.randint(1, 30, (2, 5)), torch.ones(2, 5, dtype=torch.long)
    pairs, ways = torch.ones(2, 40, 5, dtype=torch.long), torch.ones(3, UP + DOWN, dtype=torch.long)
    inputs = (pieces, zeros, zeros, zeros, torch.ones_like(pieces), names, names, one, one, pairs, pairs, ways)
    axes = {name: {0: "batch", 1: "length"} for name in (*INPUTS[:5], *OUT[:3], "counts")}
    axes |= {name: {0: "batch", 1: "names"} for name in INPUTS[5:9]}
    axes |= {name: {0: "batch", 1: "length", 2: "names"} for name in (*INPUTS[9:11], "roles")} | {"ways": {0: "ways"}}
    relations = target.with_name("relations.txt")
    whole = target.with_suffix(".fp32.onnx")
    torch.onnx.export(
        reader, inputs, str(whole), input_names=list(INPUTS), output_names=OUT, dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip
    quantize_dynamic(str(whole), str(target), weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    card = {
        "encoder": "all-MiniLM-L6-v2 (Apache-2.0), fine-tuned on the train part of corpus/ (CC BY 4.0)",
        "limits": "English only; parties known only from outside the text, and far references, are often missed",
        "bytes": target.stat().st_size,
        "sha256": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (target, relations)},
    }
    target.with_name("card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
