using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>Median and quartiles, interpolated linearly between order statistics.</summary>
internal sealed record Quartiles(double Median, double Lower, double Upper)
{
    public static Quartiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Quartiles(At(sorted, 0.5), At(sorted, 0.25), At(sorted, 0.75));
    }

    /// <summary>Three significant digits.</summary>
    public static string Format(double value)
        => value == 0 ? "0" : value.ToString(Math.Abs(value) is >= 1e-3 and < 1000 ? "G3" : "0.##e+0", CultureInfo.InvariantCulture);

    public override string ToString() => $"{Format(Median)} [{Format(Lower)}, {Format(Upper)}]";

    private static double At(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int index = (int)place;
        return index + 1 < sorted.Length ? sorted[index] + ((place - index) * (sorted[index + 1] - sorted[index])) : sorted[index];
    }
}
