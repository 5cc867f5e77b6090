-- Take a shift off the roster, with its claims.
-- KEYS  7 shift hash   8 shifts zset   9 shift codes hash   10 seats set
-- ARGV  5 shift id
-- Gives "removed" | "unknown"
local code = redis.call("HGET", KEYS[7], "code")
if not code then return "unknown" end
redis.call("DEL", KEYS[7], KEYS[10])
redis.call("ZREM", KEYS[8], ARGV[5])
redis.call("HDEL", KEYS[9], code)
redis.call("ZREM", due, KEYS[7])
return finish("removed")
