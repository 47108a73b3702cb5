/// Ways to say "I do not know", in the languages workers use.
enum UnknownWords {
    private static let all: Set<String> = {
        let lists = [
            "i do not know|i don't know|i dont know|i don know|i dnt know|dont know|don't know|do not know|dnt know|dont no|don't no|i dont no|i don't no|idk|dunno"
                + "|i dunno|not sure|i am not sure|i'm not sure|im not sure|not certain|no idea|i have no idea|unknown"
                + "|i forgot|forgot|i forget|can't remember|cant remember|cannot remember|i can't remember"
                + "|i cant remember|i cannot remember|i do not remember|i don't remember|i dont remember|don't remember",
            "不知道|我不知道|不清楚|我不清楚|不太清楚|不晓得|不确定|不太确定|说不清|记不清|记不清了|不记得|不记得了|忘了|忘记了|我忘了|记不得|搞不清",
            "je ne sais pas|je sais pas|sais pas|j'sais pas|jsp|aucune idée|j'ai oublié|je ne me souviens pas|pas sûr",
            "sijui|mimi sijui|sina uhakika|sikumbuki|nimesahau|sifahamu",
            "पता नहीं|मुझे पता नहीं|मुझे नहीं पता|नहीं पता|मालूम नहीं|नहीं मालूम|याद नहीं|पता नही|भूल गया|भूल गई"
                + "|pata nahi|pata nahin|nahi pata|malum nahi|nahi malum|yaad nahi|mujhe nahi pata",
            "لا أعرف|لا أعلم|لا أدري|لا ادري|مش عارف|مش عارفة|ما بعرف|ما أعرف|نسيت|لا أتذكر|لست متأكدا|لست متأكد|غير متأكد",
        ]
        return Set(lists.flatMap { $0.split(separator: "|") }.map { Folding.bare(Folding.fold(String($0))) })
    }()

    /// Whether a folded text says it, with or without polite words.
    static func says(_ folded: String) -> Bool {
        guard folded.utf8.count <= 80 else { return false }
        let bare = Folding.bare(folded)
        if all.contains(bare) { return true }
        let core = PoliteWords.withoutGreetings(folded).joined(separator: " ")
        return !core.isEmpty && all.contains(Folding.bare(core))
    }
}
