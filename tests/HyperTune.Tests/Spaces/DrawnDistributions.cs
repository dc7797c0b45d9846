namespace HyperTune.Tests;

/// <summary>Many distributions of each kind, whose bounds are drawn with a fixed seed.</summary>
public static class DrawnDistributions
{
    private const int CountOfAKind = 200;

    public static TheoryData<string> Kinds => new(
        "uniform", "stepped", "integers", "log-uniform", "log-uniform integers", "normal", "unlimited normal", "normal integers",
        "log-normal", "unlimited log-normal", "log-normal integers", "choice", "ordinal");

    /// <summary>The distributions of a kind, each with a source of randomness of its own.</summary>
    public static IEnumerable<(Distribution Distribution, RandomStream Random)> Of(string kind)
    {
        for (ulong i = 0; i < CountOfAKind; i++)
        {
            var random = new RandomStream(99, i);
            Distribution distribution = Create(kind, ref random);
            yield return (distribution, random);
        }
    }

    private static Distribution Create(string kind, ref RandomStream random)
    {
        double scale = Math.Pow(10, Math.Round(12 * random.NextUnit()) - 6);
        double low = Math.Round(scale * (random.NextUnit() - 0.5), 6);
        double width = scale * (0.1 + random.NextUnit());
        double positive = scale * (0.1 + random.NextUnit());
        double decades = Math.Pow(10, 6 * random.NextUnit());
        long integer = random.NextInteger(2001) - 1000;
        long size = 1 + random.NextInteger(1000);
        double step = Math.Pow(10, random.NextInteger(7) - 4);
        string[] labels = [.. Enumerable.Range(0, (int)(1 + random.NextInteger(9))).Select(static i => $"v{i}")];
        double mean = low + (width * ((4 * random.NextUnit()) - 2));
        double deviation = width * (0.1 + random.NextUnit());
        return kind switch
        {
            "uniform" => new UniformDistribution(low, low + width),
            "stepped" => new UniformDistribution(integer * step, Math.Round((integer + size) * step, 6), step),
            "integers" => new UniformDistribution(integer, integer + size, 1),
            "log-uniform" => new LogUniformDistribution(positive, positive * (1 + decades)),
            "log-uniform integers" => new LogUniformDistribution(Math.Abs(integer) + 1, Math.Abs(integer) + 1 + size, isInteger: true),
            "normal" => new NormalDistribution(mean, deviation, low, low + width),
            "unlimited normal" => new NormalDistribution(mean, deviation),
            "normal integers" => new NormalDistribution(integer + (size * random.NextUnit()), size * (0.1 + random.NextUnit()), integer, integer + size, isInteger: true),
            "log-normal" => new LogNormalDistribution(Math.Log(positive), 0.1 + random.NextUnit(), positive / 3, positive * 2),
            "unlimited log-normal" => new LogNormalDistribution((4 * random.NextUnit()) - 2, 0.1 + random.NextUnit()),
            "log-normal integers" => new LogNormalDistribution(2 * random.NextUnit(), 0.5 + random.NextUnit(), 1, 1 + size, isInteger: true),
            "choice" => new ChoiceDistribution([.. labels]),
            "ordinal" => new OrdinalDistribution([.. labels]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
        };
    }
}
