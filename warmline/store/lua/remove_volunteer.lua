-- Take someone off the roster, unless a person is talking with them now.
-- KEYS  7 person hash   8 volunteer hash   9 roster zset   10 coordinators set   11 experiences hash   12 duty zset
--       13 talks hash   14 offers set   15 held list   16… seats sets of their shifts
-- ARGV  5 volunteer id   6 index of the last seats set   7… lived experience, a word each
-- Gives "removed" | "talking" | "offered" (someone is offered to them: take that back first) | "unknown"
if redis.call("EXISTS", KEYS[8]) == 0 then return "unknown" end
if redis.call("HLEN", KEYS[13]) > 0 then return "talking" end
if redis.call("SCARD", KEYS[14]) > 0 then return "offered" end
redis.call("HDEL", KEYS[7], "volunteer")
redis.call("EXPIRE", KEYS[7], 2592000)
redis.call("DEL", KEYS[8], KEYS[14], KEYS[15])
redis.call("ZREM", KEYS[9], ARGV[5])
redis.call("SREM", KEYS[10], ARGV[5])
redis.call("ZREM", KEYS[12], ARGV[5])
redis.call("ZREM", due, KEYS[8])
for i = 16, tonumber(ARGV[6]) do redis.call("SREM", KEYS[i], ARGV[5]) end
for i = 7, #ARGV do redis.call("HINCRBY", KEYS[11], ARGV[i], -1) end
return finish("removed")
