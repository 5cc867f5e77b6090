-- Forget a caller here, and list what the provider has to forget.
-- KEYS  7 person hash   8 sids list   9 erasing list   10 opened zset   11 left zset
-- ARGV  5 seconds a person is kept   6… person fields that stay
-- Gives "erased" | "moved" (a contact is still open) | "gone"
local person, kept = KEYS[7], {}
if redis.call("HEXISTS", person, "contact") == 1 then return "moved" end
for i = 6, #ARGV do kept[ARGV[i]] = redis.call("HGET", person, ARGV[i]) end
redis.call("DEL", person, KEYS[10], KEYS[11])
for name, value in pairs(kept) do if value then redis.call("HSET", person, name, value) end end
redis.call("EXPIRE", person, ARGV[5])
for _, sid in ipairs(redis.call("LRANGE", KEYS[8], 0, -1)) do redis.call("RPUSH", KEYS[9], sid) end
redis.call("DEL", KEYS[8])
redis.call("ZADD", due, now, KEYS[9])
redis.call("RPUSH", bell, KEYS[9])
return finish("erased")
