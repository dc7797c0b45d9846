using System.Globalization;

namespace HyperTune;

/// <summary>One of several runs of a config (<see cref="Trial{T}.RepeatAsync"/>).</summary>
/// <param name="Number">The repeat's number, counted from 0.</param>
/// <param name="Seed">
/// The seed for what is random in it, for instance <c>new Random(repeat.Seed)</c>; from 0 to 2,147,483,647. Repeats of one number have the same in every trial
/// of a study, unless fresh ones were asked for.
/// </param>
public readonly record struct TrialRepeat(int Number, int Seed)
{
    /// <summary>The repeat in a few words, for instance <c>repeat 3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"repeat {Number}");
}
