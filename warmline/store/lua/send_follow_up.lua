-- The text that somebody wished for goes out, once; what it needed is forgotten.
-- KEYS  7 person hash
-- ARGV  5 the moment it was wished for, unix ms
-- Gives "sent" | "not_wished" (taken back, erased, stopped, or sent before)
local wished, stopped = unpack(redis.call("HMGET", KEYS[7], "follow_up", "opted_out"))
local due_now = wished == ARGV[5] and not stopped
if wished == ARGV[5] then redis.call("HDEL", KEYS[7], "follow_up", "follow_number", "follow_from", "follow_language") end
if due_now then return finish("sent") end
return finish("not_wished")
