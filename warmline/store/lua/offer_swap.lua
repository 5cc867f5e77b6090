-- Offer one's own seat for somebody else's, or take the offer back.
-- KEYS  7 swaps hash   8 seats set of the shift given   9 undo string of whoever offers
-- ARGV  5 volunteer id   6 swap: shift given>shift wanted>volunteer   7 until, unix ms; "" takes it back
--       8 undo kept from now on, or ""   9 undo that must still be kept, or ""
-- Gives "offered" | "taken_back" | "already" | "not_yours" | "moved"
local swaps, undo = KEYS[7], KEYS[9]
if ARGV[9] ~= "" and redis.call("GET", undo) ~= ARGV[9] then return "moved" end
if ARGV[7] == "" then
  if redis.call("HDEL", swaps, ARGV[6]) == 0 then return finish("already") end
else
  if redis.call("SISMEMBER", KEYS[8], ARGV[5]) == 0 then return finish("not_yours") end
  local open = tonumber(redis.call("HGET", swaps, ARGV[6]) or "0") > tonumber(now)
  redis.call("HSET", swaps, ARGV[6], ARGV[7])
  if open then return finish("already") end
end
if ARGV[8] ~= "" then redis.call("SET", undo, ARGV[8]) elseif ARGV[9] ~= "" then redis.call("DEL", undo) end
if ARGV[7] == "" then return finish("taken_back") end
return finish("offered")
