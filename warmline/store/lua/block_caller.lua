-- A coordinator blocks somebody for a while; until then, at most a text a day says where help is.
-- KEYS  7 person hash   8 blocks zset   9 block key in `due`
-- ARGV  5 caller key   6 ends, unix ms   7 review, unix ms   8 contact id that it was about
-- Gives "blocked" | "gone"
redis.call("HSET", KEYS[7], "block_until", ARGV[6], "block_review", ARGV[7], "block_contact", ARGV[8], "block_told", now)
redis.call("HDEL", KEYS[7], "block_appealed")
redis.call("ZADD", KEYS[8], ARGV[6], ARGV[5])
redis.call("ZADD", due, ARGV[7], KEYS[9])
return finish("blocked")
