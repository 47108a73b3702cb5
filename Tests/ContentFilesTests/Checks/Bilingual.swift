import Conversation

/// A fixture in English and another language, whose built-in texts are all translated.
///
/// - Parameters:
///   - entries: Context, source and translation of each text of the flow.
func bilingual(_ steps: String, _ entries: [(String, String, String)], tag: String = "sw", name: String = "Kiswahili")
    -> Fixture
{
    var fixture = flow(steps)
    fixture.pack = fixture.pack.replacing("  en: English", with: "  en: English\n  \(tag): \(name)")
    let builtIn = BuiltInTexts.Name.allCases.map { name in
        let id = name == .apology ? "pack#apology" : "pack#texts.\(name.rawValue)"
        return (id, name.english, name.english + "!")
    }
    fixture.files["languages/\(tag).po"] = (entries + builtIn).map { context, source, translation in
        "msgctxt \"\(context)\"\nmsgid \"\(source)\"\nmsgstr \"\(translation)\"\n"
    }.joined(separator: "\n")
    return fixture
}
