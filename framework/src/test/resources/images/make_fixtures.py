# pip install pillow numpy torch; python make_fixtures.py
import numpy as np
import torch
from PIL import Image

rng = np.random.default_rng(7)
h, w = 30, 40
y, x = np.mgrid[0:h, 0:w]
picture = np.stack([x * 6, y * 8, (x * y) % 251], 2) + rng.integers(0, 12, (h, w, 3))
picture = np.clip(picture, 0, 255).astype(np.uint8)
colour = Image.fromarray(picture)
colour.save("colour.png")
colour.save("colour.bmp")
colour.save("colour.jpg", quality=88)
colour.save("progressive.jpg", quality=75, progressive=True, subsampling=0)
grey = colour.convert("L")
grey.save("grey.png")
grey.save("grey.jpg", quality=90)
alpha = colour.copy()
alpha.putalpha(Image.fromarray((x * 5).astype(np.uint8)))
alpha.save("alpha.png")
alpha.convert("LA").save("grey-alpha.png")
colour.quantize(16).save("palette.png")
grey.point(lambda v: 255 * (v > 100)).convert("1").save("bits.png")
colour.convert("CMYK").save("cmyk.jpg", quality=90)
Image.fromarray((picture[:, :, 0].astype(np.uint16) * 257)).save("deep.png")


def save(name, image):
    values = np.asarray(image)
    np.save(name, values[None] if values.ndim == 2 else values.transpose(2, 0, 1))


for name in ("colour.png", "colour.bmp", "colour.jpg", "progressive.jpg", "palette.png", "grey.jpg", "bits.png"):
    save(name.replace(".", "-") + "-as-rgb.npy", Image.open(name).convert("RGB"))
save("colour-png-as-grey.npy", Image.open("colour.png").convert("L"))
save("alpha-png-as-rgb.npy", Image.open("alpha.png").convert("RGB"))
save("grey-alpha-png-as-grey.npy", Image.open("grey-alpha.png").convert("L"))
for rows, columns in ((15, 20), (13, 7), (64, 50), (30, 9), (7, 40), (1, 1), (96, 90)):
    save(f"resized-{rows}-{columns}.npy", colour.resize((columns, rows), Image.BILINEAR))

mean = torch.tensor([0.485, 0.456, 0.406])[:, None, None]
deviation = torch.tensor([0.229, 0.224, 0.225])[:, None, None]
unit = torch.from_numpy(picture.transpose(2, 0, 1).copy()).to(torch.float32).div(255)
np.save("normalized.npy", unit.sub(mean).div(deviation).numpy())
