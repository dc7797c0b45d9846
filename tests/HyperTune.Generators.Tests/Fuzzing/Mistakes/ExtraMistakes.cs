namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Mistakes that come with a member or a type of their own.</summary>
internal static class ExtraMistakes
{
    public static IEnumerable<Mistake> All { get; } =
    [
        Inside("HT1010", "[Uniform(0, 1)] public static double Shared { get; set; }"),
        Inside("HT1010", "public void Run([LogUniform(1, 2)] double rate) { }"),
        Inside("HT1010", "[When(\"Missing\", 1)] public int Untuned2 { get; init; }"),
        Inside("HT1010", "[Choice] public int this[int index] { get => index; init { } }"),
        Inside("HT3007", "[Repeat(1, 2)] public int[] Bare { get; init; }"),
        Inside("HT2001", "[Uniform(1, -1, Step = 0.5)] public decimal Added { get; init; }"),
        Inside("HT1004", "[Choice(1, 2)] public int Added => 1;"),
        Inside("HT1005", "[Repeat(1, 2), Uniform(0, 1)] public nint[] Added { get; init; }"),
        Inside("HT2016", "[Uniform(0.001, 10)] public double Wide { get; init; }"),
        Inside("HT2017", "[Choice((DayOfWeek)9, DayOfWeek.Sunday)] public DayOfWeek Odd { get; init; }"),
        Inside("HT3015", "[Uniform(0, 1)] public double Smooth { get; init; } [When(nameof(Smooth), 0.5), Choice] public bool Added { get; init; }"),
        Inside("HT3015", "[Uniform(0, 1)] public double? Smooth { get; init; } [When(nameof(Smooth), Low = 1), Choice] public bool Added { get; init; }"),
        Inside("HT3009", "[Constraint] public bool Fits() => true;"),
        Inside("HT3009", "[Constraint] public static int Fits({0} config) => 1;"),
        Inside("HT3009", "[Constraint] public static bool Fits<T2>({0} config) => true;"),
        Inside("HT3009", "[Constraint] public static bool Fits(string config) => config.Length > 0;"),
        Inside("HT3009", "[Constraint] public static bool Fits({0} config, int other) => other > 0;"),
        Inside("HT3009", "[Constraint] public static bool Fits(ref {0} config) => true;"),
        Inside("HT3010", "[Constraint] public static bool Always({0} config) => true;"),
        Beside("HT1010", "public class Unmarked{0} { [Uniform(0, 1)] public double X { get; set; } [Choice] public bool Y { get; set; } }"),
        Beside("HT1010", "public interface IUnmarked{0} { [Uniform(0, 1)] double X { get; set; } }"),
        Beside("HT1010", "public record struct Outcome{0}([Maximize] double X, [Minimize] double Y);"),
        Beside("HT1011", "[SearchSpace] public partial class Hollow{0} { public int Epochs { get; set; } }"),
        Beside("HT1001", "[Metrics] public record struct Score{0}([Maximize] double X);"),
        Beside("HT3006", "[SearchSpace] public abstract partial record Hollow{0} { }"),
        Beside("HT3016", "[SearchSpace] public partial record Concrete{0} { public sealed record Case([Uniform(0, 1)] double X) : Concrete{0}; }"),
        Beside("HT3017", "[SearchSpace] public partial record struct Piece{0}([Uniform(0, 1)] double X); [SearchSpace] public partial class Pieces{0} { [Choice] public bool Y { get; set; } public Piece{0}[] All { get; set; } = []; }"),
        Beside("HT3011", "[Metrics] public partial record struct Score{0}([Maximize] double? X, [Minimize] double Y);"),
        Beside("HT3012", "[Metrics] public partial record struct Score{0}([Maximize, Minimize] double X);"),
        Beside("HT3018", "[Metrics] public partial record struct Score{0} { public Score{0}(double x) { X = x; } [Maximize] public double X { get; } }"),
        Beside("HT3013", "[Metrics] public partial record struct Score{0}([Maximize, AtMost(double.NaN)] double X);"),
        Beside("HT3013", "[Metrics] public partial record struct Score{0}([Minimize, AtMost(1), AtLeast(2)] double X);"),
        Beside("HT3014", "[Metrics] public partial struct Score{0} { [AtMost(1)] public double X { get; set; } }"),
        Beside("HT1009", "[Metrics] public partial record struct Score{0}([Maximize] double X, [Minimize(Name = \"x\")] double Y);"),
        Beside("HT3018", "[Metrics] public partial record struct Score{0} { public Score{0}(double x) { X = x; } [Maximize] public double Y { get; set; } [Record] public double X { get; } }"),
        Beside("HT3019", "[Metrics] public partial record struct Score{0}([Maximize] double X, [Record] System.Uri Y);"),
        Beside("HT3020", "[Metrics] public partial record struct Score{0}([Record, Maximize] double X);"),
        Beside("HT1009", "[Metrics] public partial record struct Score{0}([Maximize] double X, [Record(Name = \"x\")] string Y);"),
        Beside("HT1010", "public record struct Outcome{0}([Record] double X);"),
        Beside("HT1003", "[Metrics] public partial record struct Score{0}<T>([Maximize] double X);"),
    ];

    private static Mistake Inside(string id, string member) => new(id, member, frame =>
    {
        // In a nested space, initializers elsewhere would leave the added member at zero, which a mere warning does not excuse.
        if (frame.FindSpace(space => !space.IsAbstract && (id != "HT2016" || space == frame.Root)) is not { } space)
        {
            return false;
        }

        space.Extra.Add(member.Replace("{0}", Names.Escape(space.Name), StringComparison.Ordinal));
        return true;
    });

    private static Mistake Beside(string id, string type) => new(id, type, frame =>
    {
        frame.Extra.Add(type.Replace("{0}", frame.Suffix, StringComparison.Ordinal));
        return true;
    });
}
