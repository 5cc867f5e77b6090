-- Write down by name who may come in by a token or a calendar's address, or which crisis lines are confirmed; forget others.
-- KEYS  7 tokens hash, feeds hash or confirmations hash
-- ARGV  5 what to write down, JSON object of name -> record   6… names to forget
-- Gives "kept" | "forgotten" | "unknown" when nothing is to be written down and there was nothing to forget
local hash, keep, forgotten = KEYS[7], cjson.decode(ARGV[5]), 0
for i = 6, #ARGV do forgotten = forgotten + redis.call("HDEL", hash, ARGV[i]) end
if next(keep) == nil and forgotten == 0 then return "unknown" end
for name, record in pairs(keep) do redis.call("HSET", hash, name, record) end
if next(keep) == nil then return finish("forgotten") end
return finish("kept")
