"""RQ's side: jobs that carry a key and nothing else, and the worker that runs them."""

import os

# RQ reads this once, when it is first imported: one hash tag for all its keys, as a Redis Cluster needs.
os.environ.setdefault("RQ_KEY_PREFIX", "{rq}")
