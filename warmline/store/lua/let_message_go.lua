-- A message was heard, or whoever left it wants to be forgotten: nobody is played it any more, and it is deleted next.
-- KEYS  7 message hash   8 messages zset
-- ARGV  5 message id
-- Gives "let_go" | "known" (it was heard before) | "unknown"
local message = KEYS[7]
if redis.call("EXISTS", message) == 0 then return "unknown" end
if redis.call("HSETNX", message, "gone", now) == 0 then return "known" end
redis.call("ZREM", KEYS[8], ARGV[5])
redis.call("ZADD", due, now, message)
redis.call("RPUSH", bell, message)
return finish("let_go")
