namespace HyperTune.State;

/// <summary>What came of a command.</summary>
/// <param name="Kind">Whether it is carried out, or why not.</param>
/// <param name="Number">The trial that it is about, or how many trials.</param>
internal readonly record struct Decision(DecisionKind Kind, int Number = -1)
{
    public static Decision Done(int number) => new(DecisionKind.Done, number);
}
