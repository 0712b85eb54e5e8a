"""Makes the .npy fixtures beside it; needs NumPy."""
import pathlib
import numpy as np

here = pathlib.Path(__file__).parent
values = ((np.arange(24) - 5) * 3).reshape(2, 3, 4)
unsigned = (np.arange(24) * 7).reshape(2, 3, 4)
for code in ("<f4", ">f4", "<f8", ">f8", "<i4", ">i4", "<i8", ">i8", "<i2", ">i2", "|i1", "|u1", "<u2", "|b1"):
    array = (np.arange(24) % 3 == 0).reshape(2, 3, 4) if code == "|b1" else \
        (unsigned if "u" in code else values).astype(code)
    name = code.replace("<", "little_").replace(">", "big_").replace("|", "byte_")
    np.save(here / f"{name}_c.npy", np.ascontiguousarray(array))
    np.save(here / f"{name}_fortran.npy", np.asfortranarray(array))
np.save(here / "scalar.npy", np.float64(2.5))
np.save(here / "empty.npy", np.zeros((0, 3), dtype="<f4"))
np.save(here / "text.npy", np.array(["a", "b"]))
np.save(here / "complex.npy", np.zeros(2, dtype="complex64"))
np.save(here / "half.npy", np.zeros(2, dtype="float16"))
np.save(here / "structured.npy", np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]))
for version in (2, 3):
    with open(here / f"version{version}.npy", "wb") as out:
        np.lib.format.write_array(out, values.astype("<f4"), version=(version, 0))
np.savez(here / "archive.npz", weight=values.astype("<f4"), bias=unsigned.astype("<i4"))
np.savez_compressed(here / "compressed.npz", weight=values.astype("<f8"))
