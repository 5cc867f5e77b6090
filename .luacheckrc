-- What a script finds inside Redis, and nothing else.
std = "lua51"
read_globals = {"redis", "KEYS", "ARGV", "cjson", "cmsgpack", "struct", "bit"}
max_line_length = 132

-- Most scripts are run behind the prelude and use what it names.
local shared = {"due", "bell", "journal", "inbox", "text", "contact", "now", "cause", "version", "plan"}
files["**/lua/[a-z]*.lua"] = {read_globals = {"finish", "carry_out", "keep_fields", unpack(shared)}}
files["**/lua/_prelude.lua"] = {ignore = {"211"}} -- unused here, used behind it
