-- Take what the journal has told of a contact since into its incident record, which outlives the journal.
-- KEYS  1 incident list   2 incidents zset   3 due zset
-- ARGV  1 contact id   2 how many lines the record had when it was read   3 lines, JSON list   4 seconds a record is kept
--       5 when the contact began, unix ms   6 incident key in `due`   7 when to look again, unix ms, or "" for no more
-- Gives "added" | "moved" (somebody else has added meanwhile)
if redis.call("LLEN", KEYS[1]) ~= tonumber(ARGV[2]) then return "moved" end
for _, line in ipairs(cjson.decode(ARGV[3])) do redis.call("RPUSH", KEYS[1], line) end
redis.call("EXPIRE", KEYS[1], ARGV[4])
redis.call("ZADD", KEYS[2], "NX", ARGV[5], ARGV[1])
if ARGV[7] == "" then redis.call("ZREM", KEYS[3], ARGV[6]) else redis.call("ZADD", KEYS[3], ARGV[7], ARGV[6]) end
return "added"
