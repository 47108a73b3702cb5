/// Words and phrases of dates: days of the week, `last month`, `去年`, and the small words between.
enum DatePhrases {
    /// Bare phrases with what they say.
    static let all: [String: DatePart] = {
        var table: [String: DatePart] = [:]
        for (part, phrases) in groups {
            for phrase in phrases.split(separator: "|") { table[Folding.bare(String(phrase))] = part }
        }
        for list in weekdays {
            for (place, name) in list.listed.enumerated() { table[Folding.bare(name)] = .weekday(place) }
        }
        for (name, number) in MonthNames.all { table[name] = .month(number) }
        return table
    }()

    /// Chinese phrases and marks, the longest first: they stand without spaces.
    static let ideographic: [String] =
        (all.keys.filter { $0.first.map { Words.isIdeograph($0) && !ChineseNumerals.isNumeral($0) } ?? false }
        + ["年", "月份", "月", "日", "号", "號"]).sorted { ($0.count, $0) > ($1.count, $1) }

    private static let groups: [(DatePart, String)] = [
        (.daysFromNow(0), "today|aujourd'hui|leo|आज|aaj|اليوم|今天|今日"),
        (.daysFromNow(-1), "yesterday|hier|jana|أمس|امبارح|مبارح|昨天|昨日"),
        (.daysFromNow(-2), "day before yesterday|the day before yesterday|avant hier|juzi|أول أمس|前天"),
        (.daysFromNow(-3), "大前天"), (.daysFromNow(1), "tomorrow|demain|kesho|غدا|بكرة|明天|明日"),
        (.daysFromNow(2), "day after tomorrow|the day after tomorrow|apres demain|kesho kutwa|بعد غد|后天|後天"),
        (
            .monthsFromNow(0),
            "this month|ce mois|ce mois ci|mwezi huu|इस महीने|इसी महीने|is mahine|هذا الشهر|الشهر الحالي|这个月|這個月|这月|本月|当月"
        ),
        (
            .monthsFromNow(-1),
            "last month|previous month|mois dernier|mois passe|mwezi uliopita|mwezi jana|पिछले महीने|pichle mahine"
                + "|الشهر الماضي|الشهر اللي فات|上个月|上個月|上月"
        ),
        (.monthsFromNow(-2), "上上个月|上上月|month before last|the month before last"),
        (
            .monthsFromNow(1),
            "next month|mois prochain|mwezi ujao|अगले महीने|agle mahine|الشهر القادم|الشهر المقبل|الشهر الجاي|下个月|下個月|下月"
        ),
        (
            .yearsFromNow(0),
            "this year|cette annee|mwaka huu|इस साल|is saal|هذا العام|هذه السنة|العام الحالي|今年|本年"
        ),
        (
            .yearsFromNow(-1),
            "last year|previous year|annee derniere|l'annee derniere|an dernier|l'an dernier|annee passee|l'annee passee"
                + "|mwaka jana|mwaka uliopita|पिछले साल|pichle saal|العام الماضي|السنة الماضية|السنة اللي فاتت|去年|上年"
        ),
        (.yearsFromNow(-2), "year before last|the year before last|mwaka juzi|前年"), (.yearsFromNow(-3), "大前年"),
        (
            .yearsFromNow(1),
            "next year|annee prochaine|l'annee prochaine|an prochain|mwaka ujao|अगले साल|agle saal|العام القادم"
                + "|السنة القادمة|明年"
        ),
        (
            .nothing,
            "of|the|on|in|since|from|i|left|it|was|is|it's|end|beginning|start|early|late|middle|mid|le|la|de|du|d'|en|au|tarehe|mwezi|mwaka|wa|ya|tar|date|في|شهر|سنة|عام|من|يوم|को|में|का|की|के"
                + "|तारीख|माह|साल|सन|年的|的|份|底|初|末|上旬|中旬|下旬"
        ),
    ]

    /// From Sunday on.
    private static let weekdays = [
        "sunday monday tuesday wednesday thursday friday saturday", "sun mon tue wed thu fri sat",
        "dimanche lundi mardi mercredi jeudi vendredi samedi",
        "jumapili jumatatu jumanne jumatano alhamisi ijumaa jumamosi",
        "रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार",
        "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت", "星期日 星期一 星期二 星期三 星期四 星期五 星期六",
        "星期天 周一 周二 周三 周四 周五 周六", "周日 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六", "礼拜天",
    ]
}
