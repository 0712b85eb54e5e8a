# pip install pyarrow; python make_fixtures.py
import pyarrow as pa
import pyarrow.parquet as pq

words = [f"word{i * i % 97}" for i in range(300)] + ["é", "￥", "", "n't", "東京"] + [f"w{i}" for i in range(200)]
open("words.txt", "w", encoding="utf-8").write("\n".join(words))
table = pa.table({"index": words})
pq.write_table(table, "dictionary_snappy.parquet", compression="snappy")
pq.write_table(table, "plain_none.parquet", compression="none", use_dictionary=False)
# The dictionary grows too large, so later pages are plain; several pages and groups of rows.
pq.write_table(table, "fallback_snappy.parquet", compression="snappy", dictionary_pagesize_limit=300,
               data_page_size=200, write_batch_size=16, row_group_size=260)
schema = pa.schema([pa.field("n", pa.int64()), pa.field("index", pa.string(), nullable=False)])
pq.write_table(pa.table({"n": list(range(len(words))), "index": words}, schema=schema), "required_beside_numbers.parquet")
pq.write_table(table, "gzip.parquet", compression="gzip")
pq.write_table(table, "pages_version_2.parquet", data_page_version="2.0")
pq.write_table(pa.table({"index": ["a", None, "b"]}), "null.parquet")
pq.write_table(pa.table({"index": ["a", "b", "c"]}), "delta.parquet", use_dictionary=False,
               column_encoding={"index": "DELTA_BYTE_ARRAY"})
