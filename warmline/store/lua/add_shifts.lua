-- Put shifts on the roster, each under a short code.
-- KEYS  7 shifts zset   8 shift codes hash   9… a hash for each shift
-- ARGV  5 shifts, JSON list of {id, starts (unix ms), fields: name, value, …}
-- Gives "added" | "known" when there is one of every id, each of which stays as it is
local shifts, codes, most, starts, looks = KEYS[7], KEYS[8], 9999, {}, {}
while redis.call("HLEN", codes) * 2 > most do most = most * 10 + 9 end -- so that a free one is found at once
local code = tonumber(redis.call("HGET", codes, "next") or "0")
for place, new in ipairs(cjson.decode(ARGV[5])) do
  local shift = KEYS[8 + place]
  if redis.call("EXISTS", shift) == 0 then
    repeat code = code % most + 1 until redis.call("HSETNX", codes, code, new.id) == 1
    redis.call("HSET", shift, "code", code, unpack(new.fields))
    starts[#starts + 1], looks[#looks + 1] = new.starts, new.starts
    starts[#starts + 1], looks[#looks + 1] = new.id, shift -- whoever waits is looked at again when it starts
  end
end
if #starts == 0 then return finish("known") end
redis.call("ZADD", shifts, unpack(starts))
redis.call("ZADD", due, unpack(looks))
redis.call("HSET", codes, "next", code)
return finish("added")
