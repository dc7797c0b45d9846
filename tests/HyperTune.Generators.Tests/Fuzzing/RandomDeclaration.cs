namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Writes whole declarations, every second one with a mistake in it.</summary>
internal static class RandomDeclaration
{
    private static readonly string[] Containers = ["public partial class", "internal static partial class", "public partial record", "partial struct", "public partial interface", "partial record struct"];

    public static FuzzDeclaration Create(ulong seed)
    {
        var dice = new Dice(seed);
        string tag = FuzzDeclaration.TagOf(seed);
        bool isGlobal = dice.Chance(0.08);
        EnumDraft enumeration = EnumDraft.Create(isGlobal ? "Mode" + tag : "Mode", dice);
        var random = new RandomSpace(dice, enumeration, isGlobal ? tag : "");
        SpaceDraft root = random.Create(depth: 0);
        var frame = new DeclarationFrame { Root = root, Beside = random.Beside, Enumeration = enumeration, Dice = dice, Suffix = isGlobal ? tag : "" };
        if (!isGlobal && dice.Chance(0.15))
        {
            frame.Containers.AddRange(Enumerable.Range(0, dice.Between(1, 2)).Select(i => (dice.Pick(Containers), $"Outer{i}" + (dice.Chance(0.1) ? "<T>" : ""))));
        }

        MetricsDraft? metrics = dice.Chance(0.06) ? MetricsDraft.Create("Outcomes" + frame.Suffix, dice) : null;
        if (metrics is not null)
        {
            frame.Extra.Add(metrics.Write(dice));
        }

        Mistake? mistake = dice.Chance(0.5) ? AllMistakes.Make(frame) : null;
        return new FuzzDeclaration
        {
            Seed = seed,
            Code = Write(frame, isGlobal ? null : tag),
            ExpectedIds = mistake is null ? [] : [mistake.Id],
            Mistake = mistake?.Name,
            Root = root,
            Metrics = metrics,
            MetadataName = string.Concat(isGlobal ? "" : tag + ".", string.Concat(frame.Containers.Select(static container => container.Name.Replace("<T>", "`1", StringComparison.Ordinal) + "+")), root.Name),
        };
    }

    private static string Write(DeclarationFrame frame, string? space)
    {
        var writer = new DeclarationWriter(frame.Dice, frame.Enumeration);
        if (space is not null)
        {
            writer.WriteLine($"namespace {space}\n{{");
        }

        writer.WriteLine(frame.Enumeration.Code);
        foreach ((string head, string name) in frame.Containers)
        {
            writer.WriteLine($"{head} {name}\n{{");
        }

        writer.Write(frame.Root);
        foreach (var _ in frame.Containers)
        {
            writer.WriteLine("}");
        }

        foreach (SpaceDraft beside in frame.Beside)
        {
            writer.Write(beside);
        }

        foreach (string extra in frame.Extra)
        {
            writer.WriteLine(extra);
        }

        if (space is not null)
        {
            writer.WriteLine("}");
        }

        return writer.ToString();
    }
}
