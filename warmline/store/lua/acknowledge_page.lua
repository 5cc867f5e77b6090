-- A coordinator says "I have it": the first one owns the page.
-- KEYS  7 page hash   8 page codes hash   9 answered codes hash
-- ARGV  5 volunteer id   6 seconds an acknowledged page is kept   7 page id
-- Gives "acknowledged" | "already_yours" | "taken" | "unknown" | "gone"
local page = KEYS[7]
local facts = redis.call("HMGET", page, "code", "owner")
if not facts[1] then return finish("unknown") end
if facts[2] == ARGV[5] then return finish("already_yours") end
if facts[2] then return finish("taken") end
redis.call("HSET", page, "owner", ARGV[5], "acknowledged", now)
redis.call("ZADD", due, now, page) -- a look is due: phones that ring for it are to be quiet
redis.call("RPUSH", bell, page)
redis.call("EXPIRE", page, ARGV[6])
redis.call("HDEL", KEYS[8], facts[1])
redis.call("HSET", KEYS[9], facts[1], ARGV[7]) -- whoever answers a moment later is told who has it
redis.call("EXPIRE", KEYS[9], ARGV[6])
return finish("acknowledged")
