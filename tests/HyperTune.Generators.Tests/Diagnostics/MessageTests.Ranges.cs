namespace HyperTune.Generators.Tests.Diagnostics;

public sealed partial class MessageTests
{
    private static readonly (string Id, string Code, string Message)[] Ranges =
    [
        (
            "HT2001",
            Member("[Uniform(1, 1)] public double X { get; set; }"),
            "The low bound 1 of 'X' must be below its high bound 1; to fix the value, remove [Uniform]"
        ),
        (
            "HT2002",
            Member("[LogUniform(0, 1)] public double X { get; set; }"),
            "The low bound 0 of 'X' must be above 0: [LogUniform] works on the logarithm of the value"
        ),
        (
            "HT2003",
            Member("[Uniform(0, double.PositiveInfinity)] public double X { get; set; }"),
            "The high bound of 'X' is infinity: it must be a finite number"
        ),
        (
            "HT2004",
            Member("[Uniform(0, 1, Step = -0.1)] public double X { get; set; }"),
            "The step -0.1 of 'X' must be a finite number above 0"
        ),
        (
            "HT2005",
            Member("[Uniform(0, 1, Step = 0.3)] public double X { get; set; }"),
            "The step 0.3 of 'X' does not divide the range from 0 to 1: the last value would be 0.9"
        ),
        (
            "HT2006",
            Member("[Choice] public double X { get; set; }"),
            "[Choice] on 'X' has no values to choose from: list at least one; only on a bool or an enum may they be left out"
        ),
        (
            "HT2007",
            Member("[Choice(\"a\", \"a\")] public string X { get; set; } = \"a\";"),
            "The value \"a\" is listed twice for 'X': the values must be different"
        ),
        (
            "HT2008",
            Member("[Choice(1, 256)] public byte X { get; set; }"),
            "The value 256 cannot be a value of 'X': it must be a whole number from 0 to 255"
        ),
        (
            "HT2009",
            Member("[Uniform(0, 8.5)] public int X { get; set; }"),
            "The high bound 8.5 of 'X' must be a whole number, because 'X' has the type int"
        ),
        (
            "HT2010",
            Member("[Uniform(0, 256)] public byte X { get; set; }"),
            "The high bound 256 of 'X' is outside the values that can be tuned for byte: 0 to 255"
        ),
        (
            "HT2011",
            Member("[Uniform(0, 1, Step = 0.1)] public double X { get; set; } = 0.27;"),
            "The default 0.27 of 'X' is not on the grid from 0 in steps of 0.1; the nearest value is 0.3"
        ),
        (
            "HT2012",
            Member("[Normal(0, -1)] public double X { get; set; }"),
            "The standard deviation -1 of 'X' must be a finite number above 0"
        ),
        (
            "HT2013",
            Member("[Normal(0, 1, Low = 0)] public int X { get; set; }"),
            "[Normal] on 'X' of the type int needs both limits: High must be a finite number"
        ),
        (
            "HT2014",
            Member("[Uniform(0, 1)] public string X { get; set; } = \"\";"),
            "[Uniform] cannot draw 'X' of the type 'string': it is for numbers and time spans; list the strings in [Choice(...)]"
        ),
        (
            "HT2015",
            Member("[Normal(0, 1, Low = 50, High = 60)] public double X { get; set; }"),
            "The interval from 50 to 60 of 'X' has practically no probability: it begins more than 37 standard deviations away from the mean 0"
        ),
        (
            "HT2016",
            Member("[Uniform(1e-4, 1)] public double X { get; set; } = 0.1;"),
            "The uniform range from 0.0001 to 1 of 'X' spans 4 powers of ten, and nine of ten draws fall into the last one: use [LogUniform] to try all magnitudes alike"
        ),
        (
            "HT2017",
            Member("[Choice(DayOfWeek.Friday, (DayOfWeek)9)] public DayOfWeek X { get; set; } = DayOfWeek.Friday;"),
            "The value 9 of 'X' is no member of the enum 'DayOfWeek'"
        ),
        (
            "HT2018",
            Member("[Permutation(1)] public int[] X { get; set; } = [0, 1];"),
            "[Permutation] on 'X' has the length 1: it must be a number from 2 to 1000"
        ),
    ];
}
