import Telephony
import Testing

struct NumberMaskTests {
    @Test(arguments: [
        ("+8613800138000", "+•••••••••••00"), ("call 138 0013 8000 now", "call ••• •••• ••00 now"),
        ("(0755) 2512-3456", "(••••) ••••-••56"), ("号码１３８００１３８０００。", "号码•••••••••００。"),
        ("44010619900101123X", "•••••••••••••••23X"), ("0755-12-34", "••••-••-34"), ("1234567", "•••••67"),
        ("a 5551234, b 5554321", "a •••••34, b •••••21"),
    ]) func `a longer number shows its last two digits`(text: String, masked: String) {
        #expect(NumberMask.masked(text) == masked)
    }

    @Test(arguments: [
        "", "Since 2026-03-15", "2026-03-15 14:30", "on 2026/3/5 or 2026.03.06", "3,500.50 yuan", "123456",
        "Call 12345",
        "*384*77*3*2#", "1. Yes\n2. No\n0. Back", "9:00-17:00",
    ]) func `days, amounts, short codes and menus stay as they are`(text: String) {
        #expect(NumberMask.masked(text) == text)
    }
}
