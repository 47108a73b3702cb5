extension Country {
    /// A row is: ISO code, calling code, trunk prefix, international prefixes, digits of a significant number, and the
    /// beginnings of numbers that are dialled at home without the trunk prefix (`*` for all); `-` stands for none.
    /// Of a shared calling code the main country comes first.
    ///
    /// Facts: Google's libphonenumber metadata (in the packing of libphonenumber-js 1.2), brought up to date for plans
    /// renumbered since, among them Côte d'Ivoire (10 digits since 2021), Benin (10 since 30 November 2024) and Mexico
    /// (10 without prefix since 2020). The authority is ITU-T's list of assigned E.164 country codes and its list of
    /// dialling procedures, annexed to the Operational Bulletin. Lengths are those of subscribers' numbers, so that
    /// service numbers do not blur them.
    static let table = """
        US 1 1 011 10 *
        CA 1 1 011 10 *
        AG 1 1 011 10 *
        AI 1 1 011 10 *
        AS 1 1 011 10 *
        BB 1 1 011 10 *
        BM 1 1 011 10 *
        BS 1 1 011 10 *
        DM 1 1 011 10 *
        DO 1 1 011 10 *
        GD 1 1 011 10 *
        GU 1 1 011 10 *
        JM 1 1 011 10 *
        KN 1 1 011 10 *
        KY 1 1 011 10 *
        LC 1 1 011 10 *
        MP 1 1 011 10 *
        MS 1 1 011 10 *
        PR 1 1 011 10 *
        SX 1 1 011 10 *
        TC 1 1 011 10 *
        TT 1 1 011 10 *
        VC 1 1 011 10 *
        VG 1 1 011 10 *
        VI 1 1 011 10 *
        RU 7 8 810 10
        KZ 7 8 810 10
        EG 20 0 00 8-10
        ZA 27 0 00 9
        GR 30 - 00 10
        NL 31 0 00 9
        BE 32 0 00 8-9
        FR 33 0 00 9
        ES 34 - 00 9
        HU 36 06 00 8-9
        IT 39 - 00 6-11
        VA 39 - 00 6-11
        RO 40 0 00 9
        CH 41 0 00 9
        AT 43 0 00 4-13
        GB 44 0 00 9-10
        GG 44 0 00 10
        IM 44 0 00 10
        JE 44 0 00 10
        DK 45 - 00 8
        SE 46 0 00 7-10
        NO 47 - 00 8
        SJ 47 - 00 8
        PL 48 - 00 9
        DE 49 0 00 5-13
        PE 51 0 00 8-9 9
        MX 52 01 00 10 *
        CU 53 0 119 6-8
        AR 54 0 00 10-11
        BR 55 0 0012,0014,0015,0021,0031,0041,0043,0055,0065 10-11
        CL 56 0 00 9 *
        CO 57 0 005,007,009 10 *
        VE 58 0 00 10
        MY 60 0 00 8-10
        AU 61 0 0011 9
        CC 61 0 0011 9
        CX 61 0 0011 9
        ID 62 0 001,007,008,009 7-12
        PH 63 0 00 8-10
        NZ 64 0 00 8-10
        SG 65 - 000,001,002,008 8
        TH 66 0 00,001,004,005,006,007,008,009 8-9
        JP 81 0 010 9-10
        KR 82 0 001,002,005,006,00700 8-10
        VN 84 0 00 9-10
        CN 86 0 00 10-11 13,14,15,16,17,18,19,400,800
        TR 90 0 00 10
        IN 91 0 00 10
        PK 92 0 00 8-10
        AF 93 0 00 9
        LK 94 0 00 9
        MM 95 0 00 6-10
        IR 98 0 00 10
        SS 211 0 00 9
        MA 212 0 00 9
        EH 212 0 00 9
        DZ 213 0 00 8-9
        TN 216 - 00 8
        LY 218 0 00 8-9
        GM 220 - 00 7
        SN 221 - 00 9
        MR 222 - 00 8
        ML 223 - 00 8
        GN 224 - 00 8-9
        CI 225 - 00 10
        BF 226 - 00 8
        NE 227 - 00 8
        TG 228 - 00 8
        BJ 229 - 00 10
        MU 230 - 00,020 7-8
        LR 231 0 00 7-9
        SL 232 0 00 8
        GH 233 0 00 9
        NG 234 0 009 8-10
        TD 235 - 00,16 8
        CF 236 - 00 8
        CM 237 - 00 9
        CV 238 - 0 7
        ST 239 - 00 7
        GQ 240 - 00 9
        GA 241 0 00 7-8
        CG 242 - 00 9
        CD 243 0 00 7-9
        AO 244 - 00 9
        GW 245 - 00 7-9
        IO 246 - 00 7
        AC 247 - 00 5-6
        SC 248 - 00,010 7
        SD 249 0 00 9
        RW 250 0 00 9
        ET 251 0 00 9
        SO 252 0 00 6-9
        DJ 253 - 00 8
        KE 254 0 000 7-9
        TZ 255 0 000,005,006 9
        UG 256 0 000,005,007 9
        BI 257 - 00 8
        MZ 258 - 00 8-9
        ZM 260 0 00 9
        MG 261 0 00 9
        RE 262 0 00 9
        YT 262 0 00 9
        ZW 263 0 00 5-10
        NA 264 0 00 8-9
        MW 265 0 00 7-9
        LS 266 - 00 8
        BW 267 - 00 7-8
        SZ 268 - 00 8
        KM 269 - 00 7
        SH 290 - 00 4-5
        TA 290 - 00 4
        ER 291 0 00 7
        AW 297 - 00 7
        FO 298 - 00 6
        GL 299 - 00 6
        GI 350 - 00 8
        PT 351 - 00 9
        LU 352 - 00 4-11
        IE 353 0 00 7-9
        IS 354 - 00 7-9
        AL 355 0 00 6-9
        MT 356 - 00 8
        CY 357 - 00 8
        FI 358 0 00,990,994,999 5-12
        AX 358 0 00,990,994,999 5-12
        BG 359 0 00 6-9
        LT 370 0 00 8
        LV 371 - 00 8
        EE 372 - 00 7-8
        MD 373 0 00 8
        AM 374 0 00 8
        BY 375 80 810 9
        AD 376 - 00 6-9
        MC 377 0 00 8-9
        SM 378 - 00 6-10
        UA 380 0 00 9
        RS 381 0 00 6-12
        ME 382 0 00 8-9
        XK 383 0 00 8-9
        HR 385 0 00 6-9
        SI 386 0 00 5-8
        BA 387 0 00 8-9
        MK 389 0 00 8
        CZ 420 - 00 9
        SK 421 0 00 9
        LI 423 - 00 7-9
        FK 500 - 00 5
        BZ 501 - 00 7
        GT 502 - 00 8
        SV 503 - 00 8
        HN 504 - 00 8
        NI 505 - 00 8
        CR 506 - 00 8
        PA 507 - 00 7-8
        PM 508 0 00 6-9
        HT 509 - 00 8
        GP 590 0 00 9
        BL 590 0 00 9
        MF 590 0 00 9
        BO 591 0 00 8 6,7
        GY 592 - 001 7
        EC 593 0 00 8-9
        GF 594 0 00 9
        PY 595 0 00 6-9
        MQ 596 0 00 9
        SR 597 - 00 6-7
        UY 598 0 00 8
        CW 599 - 00 7-8
        BQ 599 - 00 7
        TL 670 - 00 7-8
        NF 672 - 00 5-6
        BN 673 - 00 7
        NR 674 - 00 7
        PG 675 - 00 7-8
        TO 676 - 00 5-7
        SB 677 - 00,01 5-7
        VU 678 - 00 5-7
        FJ 679 - 00,052 7
        PW 680 - 011 7
        WF 681 - 00 6
        CK 682 - 00 5
        NU 683 - 00 4-7
        WS 685 - 0 5-7
        KI 686 0 00 5-8
        NC 687 - 00 6
        TV 688 - 00 5-7
        PF 689 - 00 6-8
        TK 690 - 00 4-7
        FM 691 - 00 7
        MH 692 1 011 7 *
        KP 850 0 00,99 8-10
        HK 852 - 00,001 8
        MO 853 - 00 8
        KH 855 0 001,007,008 8-9
        LA 856 0 00 8-10
        BD 880 0 00 6-10
        TW 886 0 002,005,006,007,009,019 8-9
        MV 960 - 00 7
        LB 961 0 00 7-8
        JO 962 0 00 8-9
        SY 963 0 00 8-9
        IQ 964 0 00 8-10
        KW 965 - 00 7-8
        SA 966 0 00 9
        YE 967 0 00 7-9
        OM 968 - 00 8
        PS 970 0 00 8-9
        AE 971 0 00 8-9
        IL 972 0 00,012,013,014 8-9
        BH 973 - 00 8
        QA 974 - 00 8
        BT 975 - 00 7-8
        MN 976 0 001,002 8-10 5,6,7,8,9
        NP 977 0 00 8-10 96,97,98
        TJ 992 8 810 9 *
        TM 993 8 810 8
        AZ 994 0 00 9
        GE 995 0 00 9 5
        KG 996 0 00 9
        UZ 998 8 810 9 *
        """
}
