using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 2)] public int P0 { get; init; } = 1;
    [When(nameof(P0), 1), Choice] public bool Q0 { get; init; }
    [Uniform(1, 3)] public int P1 { get; init; } = 2;
    [When(nameof(P1), 2), Choice] public bool Q1 { get; init; }
    [Uniform(2, 4)] public int P2 { get; init; } = 3;
    [When(nameof(P2), 3), Choice] public bool Q2 { get; init; }
    [Uniform(3, 5)] public int P3 { get; init; } = 4;
    [When(nameof(P3), 4), Choice] public bool Q3 { get; init; }
    [Uniform(4, 6)] public int P4 { get; init; } = 5;
    [When(nameof(P4), 5), Choice] public bool Q4 { get; init; }
    [Uniform(5, 7)] public int P5 { get; init; } = 6;
    [When(nameof(P5), 6), Choice] public bool Q5 { get; init; }
    [Uniform(6, 8)] public int P6 { get; init; } = 7;
    [When(nameof(P6), 7), Choice] public bool Q6 { get; init; }
    [Uniform(7, 9)] public int P7 { get; init; } = 8;
    [When(nameof(P7), 8), Choice] public bool Q7 { get; init; }
    [Uniform(8, 10)] public int P8 { get; init; } = 9;
    [When(nameof(P8), 9), Choice] public bool Q8 { get; init; }
    [Uniform(9, 11)] public int P9 { get; init; } = 10;
    [When(nameof(P9), 10), Choice] public bool Q9 { get; init; }
    [Uniform(10, 12)] public int P10 { get; init; } = 11;
    [When(nameof(P10), 11), Choice] public bool Q10 { get; init; }
    [Uniform(11, 13)] public int P11 { get; init; } = 12;
    [When(nameof(P11), 12), Choice] public bool Q11 { get; init; }
    [Uniform(12, 14)] public int P12 { get; init; } = 13;
    [When(nameof(P12), 13), Choice] public bool Q12 { get; init; }
    [Uniform(13, 15)] public int P13 { get; init; } = 14;
    [When(nameof(P13), 14), Choice] public bool Q13 { get; init; }
    [Uniform(14, 16)] public int P14 { get; init; } = 15;
    [When(nameof(P14), 15), Choice] public bool Q14 { get; init; }
    [Uniform(15, 17)] public int P15 { get; init; } = 16;
    [When(nameof(P15), 16), Choice] public bool Q15 { get; init; }
    [Uniform(16, 18)] public int P16 { get; init; } = 17;
    [When(nameof(P16), 17), Choice] public bool Q16 { get; init; }
    [Uniform(17, 19)] public int P17 { get; init; } = 18;
    [When(nameof(P17), 18), Choice] public bool Q17 { get; init; }
    [Uniform(18, 20)] public int P18 { get; init; } = 19;
    [When(nameof(P18), 19), Choice] public bool Q18 { get; init; }
    [Uniform(19, 21)] public int P19 { get; init; } = 20;
    [When(nameof(P19), 20), Choice] public bool Q19 { get; init; }
    [Uniform(20, 22)] public int P20 { get; init; } = 21;
    [When(nameof(P20), 21), Choice] public bool Q20 { get; init; }
    [Uniform(21, 23)] public int P21 { get; init; } = 22;
    [When(nameof(P21), 22), Choice] public bool Q21 { get; init; }
    [Uniform(22, 24)] public int P22 { get; init; } = 23;
    [When(nameof(P22), 23), Choice] public bool Q22 { get; init; }
    [Uniform(23, 25)] public int P23 { get; init; } = 24;
    [When(nameof(P23), 24), Choice] public bool Q23 { get; init; }
    [Uniform(24, 26)] public int P24 { get; init; } = 25;
    [When(nameof(P24), 25), Choice] public bool Q24 { get; init; }
    [Uniform(25, 27)] public int P25 { get; init; } = 26;
    [When(nameof(P25), 26), Choice] public bool Q25 { get; init; }
    [Uniform(26, 28)] public int P26 { get; init; } = 27;
    [When(nameof(P26), 27), Choice] public bool Q26 { get; init; }
    [Uniform(27, 29)] public int P27 { get; init; } = 28;
    [When(nameof(P27), 28), Choice] public bool Q27 { get; init; }
    [Uniform(28, 30)] public int P28 { get; init; } = 29;
    [When(nameof(P28), 29), Choice] public bool Q28 { get; init; }
    [Uniform(29, 31)] public int P29 { get; init; } = 30;
    [When(nameof(P29), 30), Choice] public bool Q29 { get; init; }
    [Uniform(30, 32)] public int P30 { get; init; } = 31;
    [When(nameof(P30), 31), Choice] public bool Q30 { get; init; }
    [Uniform(31, 33)] public int P31 { get; init; } = 32;
    [When(nameof(P31), 32), Choice] public bool Q31 { get; init; }
    [Uniform(32, 34)] public int P32 { get; init; } = 33;
    [When(nameof(P32), 33), Choice] public bool Q32 { get; init; }
    [Uniform(33, 35)] public int P33 { get; init; } = 34;
    [When(nameof(P33), 34), Choice] public bool Q33 { get; init; }
    [Uniform(34, 36)] public int P34 { get; init; } = 35;
    [When(nameof(P34), 35), Choice] public bool Q34 { get; init; }
    [Uniform(35, 37)] public int P35 { get; init; } = 36;
    [When(nameof(P35), 36), Choice] public bool Q35 { get; init; }
    [Uniform(36, 38)] public int P36 { get; init; } = 37;
    [When(nameof(P36), 37), Choice] public bool Q36 { get; init; }
    [Uniform(37, 39)] public int P37 { get; init; } = 38;
    [When(nameof(P37), 38), Choice] public bool Q37 { get; init; }
    [Uniform(38, 40)] public int P38 { get; init; } = 39;
    [When(nameof(P38), 39), Choice] public bool Q38 { get; init; }
    [Uniform(39, 41)] public int P39 { get; init; } = 40;
    [When(nameof(P39), 40), Choice] public bool Q39 { get; init; }
    [Uniform(40, 42)] public int P40 { get; init; } = 41;
    [When(nameof(P40), 41), Choice] public bool Q40 { get; init; }
    [Uniform(41, 43)] public int P41 { get; init; } = 42;
    [When(nameof(P41), 42), Choice] public bool Q41 { get; init; }
    [Uniform(42, 44)] public int P42 { get; init; } = 43;
    [When(nameof(P42), 43), Choice] public bool Q42 { get; init; }
    [Uniform(43, 45)] public int P43 { get; init; } = 44;
    [When(nameof(P43), 44), Choice] public bool Q43 { get; init; }
    [Uniform(44, 46)] public int P44 { get; init; } = 45;
    [When(nameof(P44), 45), Choice] public bool Q44 { get; init; }
    [Uniform(45, 47)] public int P45 { get; init; } = 46;
    [When(nameof(P45), 46), Choice] public bool Q45 { get; init; }
    [Uniform(46, 48)] public int P46 { get; init; } = 47;
    [When(nameof(P46), 47), Choice] public bool Q46 { get; init; }
    [Uniform(47, 49)] public int P47 { get; init; } = 48;
    [When(nameof(P47), 48), Choice] public bool Q47 { get; init; }
    [Uniform(48, 50)] public int P48 { get; init; } = 49;
    [When(nameof(P48), 49), Choice] public bool Q48 { get; init; }
    [Uniform(49, 51)] public int P49 { get; init; } = 50;
    [When(nameof(P49), 50), Choice] public bool Q49 { get; init; }
    [Uniform(50, 52)] public int P50 { get; init; } = 51;
    [When(nameof(P50), 51), Choice] public bool Q50 { get; init; }
    [Uniform(51, 53)] public int P51 { get; init; } = 52;
    [When(nameof(P51), 52), Choice] public bool Q51 { get; init; }
    [Uniform(52, 54)] public int P52 { get; init; } = 53;
    [When(nameof(P52), 53), Choice] public bool Q52 { get; init; }
    [Uniform(53, 55)] public int P53 { get; init; } = 54;
    [When(nameof(P53), 54), Choice] public bool Q53 { get; init; }
    [Uniform(54, 56)] public int P54 { get; init; } = 55;
    [When(nameof(P54), 55), Choice] public bool Q54 { get; init; }
    [Uniform(55, 57)] public int P55 { get; init; } = 56;
    [When(nameof(P55), 56), Choice] public bool Q55 { get; init; }
    [Uniform(56, 58)] public int P56 { get; init; } = 57;
    [When(nameof(P56), 57), Choice] public bool Q56 { get; init; }
    [Uniform(57, 59)] public int P57 { get; init; } = 58;
    [When(nameof(P57), 58), Choice] public bool Q57 { get; init; }
    [Uniform(58, 60)] public int P58 { get; init; } = 59;
    [When(nameof(P58), 59), Choice] public bool Q58 { get; init; }
    [Uniform(59, 61)] public int P59 { get; init; } = 60;
    [When(nameof(P59), 60), Choice] public bool Q59 { get; init; }
}
