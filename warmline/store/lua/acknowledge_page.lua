-- A coordinator says "I have it": the first one owns the page.
-- KEYS  7 page hash   8 page codes hash
-- ARGV  5 volunteer id   6 seconds an acknowledged page is kept
-- Gives "acknowledged" | "already_yours" | "taken" | "unknown" | "gone"
local page = KEYS[7]
local facts = redis.call("HMGET", page, "code", "owner")
if not facts[1] then return finish("unknown") end
if facts[2] == ARGV[5] then return finish("already_yours") end
if facts[2] then return finish("taken") end
redis.call("HSET", page, "owner", ARGV[5], "acknowledged", now)
redis.call("ZREM", due, page)
redis.call("EXPIRE", page, ARGV[6])
redis.call("HDEL", KEYS[8], facts[1])
return finish("acknowledged")
