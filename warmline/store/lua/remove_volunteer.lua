-- Take someone off the roster, unless a person is talking with them now.
-- KEYS  7 person hash   8 volunteer hash   9 roster zset   10 coordinators set   11 experiences hash   12 duty zset
--       13 talks hash   14 offers set   15 held list   16 claims zset   17 undo string
--       then for each of their shifts: shift hash, seats set, covers set
-- ARGV  5 volunteer id   6 how many shifts are theirs   7… lived experience, a word each
-- Gives "removed" | "talking" | "offered" (someone is offered to them: take that back first) | "unknown"
--       "moved" when they have claimed or released a seat meanwhile
if redis.call("EXISTS", KEYS[8]) == 0 then return "unknown" end
if redis.call("HLEN", KEYS[13]) > 0 then return "talking" end
if redis.call("SCARD", KEYS[14]) > 0 then return "offered" end
if redis.call("ZCARD", KEYS[16]) ~= tonumber(ARGV[6]) then return "moved" end
redis.call("HDEL", KEYS[7], "volunteer")
redis.call("EXPIRE", KEYS[7], 2592000)
redis.call("DEL", KEYS[8], KEYS[14], KEYS[15], KEYS[16], KEYS[17])
redis.call("ZREM", KEYS[9], ARGV[5])
redis.call("SREM", KEYS[10], ARGV[5])
redis.call("ZREM", KEYS[12], ARGV[5])
redis.call("ZREM", due, KEYS[8])
for i = 18, 17 + 3 * ARGV[6], 3 do
  redis.call("SREM", KEYS[i + 1], ARGV[5])
  redis.call("SREM", KEYS[i + 2], ARGV[5])
  redis.call("ZADD", due, "LT", now, KEYS[i])
end
for i = 7, #ARGV do redis.call("HINCRBY", KEYS[11], ARGV[i], -1) end
return finish("removed")
