namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>The known mistakes.</summary>
internal static class AllMistakes
{
    public static IReadOnlyList<Mistake> Known { get; } = [.. RangeMistakes.All, .. ValueMistakes.All, .. MemberMistakes.All, .. TypeMistakes.All, .. ConditionMistakes.All, .. ExtraMistakes.All];

    /// <summary>Makes a random mistake that the declaration has room for.</summary>
    public static Mistake Make(DeclarationFrame frame)
    {
        Mistake mistake;
        do
        {
            mistake = frame.Dice.Pick(Known);
        }
        while (!mistake.Apply(frame));
        return mistake;
    }
}
