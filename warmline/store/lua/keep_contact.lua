-- Write down new facts about a contact that is still as it was read, with any words held for the next peer.
-- KEYS  7 words list
-- ARGV  5 contact fields, JSON object; "" removes one   6 sealed words to hold, JSON list
-- Gives "kept" | "gone" | "moved"
local words = KEYS[7]
for name, value in pairs(cjson.decode(ARGV[5])) do
  if value == "" then redis.call("HDEL", contact, name) else redis.call("HSET", contact, name, value) end
end
for _, sealed in ipairs(cjson.decode(ARGV[6])) do redis.call("RPUSH", words, sealed) end
return finish("kept")
