using System.Globalization;

namespace Digits;

/// <summary>Which unseen digits the default config and the best one read right, in the same order.</summary>
internal sealed record HoldOutScore(bool[] ByDefault, bool[] ByBest)
{
    /// <summary>Both shares: what the study notes of the evaluation.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Accuracy.Of(ByBest).Value:P1}; the default config {Accuracy.Of(ByDefault).Value:P1}");
}
