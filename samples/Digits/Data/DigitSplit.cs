using HyperTune;

namespace Digits;

/// <summary>The digits in three parts that share no picture: one to learn from, one to choose the config by, one to measure the choice.</summary>
/// <param name="Training">What the networks of the study learn from.</param>
/// <param name="Validation">What the study's objective is measured on.</param>
/// <param name="HoldOut">
/// What is looked at once, at the end. The best of many validation accuracies is partly luck and therefore too good; on pictures that had no say
/// in the choice there is no such luck.
/// </param>
internal sealed record DigitSplit(DigitSet Training, DigitSet Validation, DigitSet HoldOut)
{
    private const double TrainingShare = 0.6;
    private const double ValidationShare = 0.2;

    /// <summary>Splits 60 : 20 : 20 at random, each digit for itself, so that every part has the same mix of digits.</summary>
    /// <param name="digits">The digits to split.</param>
    /// <param name="seed">The seed; the same seed gives the same parts.</param>
    public static DigitSplit Create(DigitSet digits, ulong seed)
    {
        List<int> training = [], validation = [], holdOut = [];
        var random = new RandomStream(seed);
        for (int digit = 0; digit < DigitSet.ClassCount; digit++)
        {
            int[] places = [.. Enumerable.Range(0, digits.Count).Where(place => digits.Labels[place] == digit)];
            random.Shuffle(places.AsSpan());
            int trainingEnd = (int)Math.Round(TrainingShare * places.Length);
            int validationEnd = (int)Math.Round((TrainingShare + ValidationShare) * places.Length);
            training.AddRange(places[..trainingEnd]);
            validation.AddRange(places[trainingEnd..validationEnd]);
            holdOut.AddRange(places[validationEnd..]);
        }

        return new DigitSplit(digits.Select(training), digits.Select(validation), digits.Select(holdOut));
    }
}
