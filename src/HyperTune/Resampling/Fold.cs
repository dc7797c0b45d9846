using System.Collections.Immutable;

namespace HyperTune;

/// <summary>One fold of a cross-validation: which samples to train on, and which to score with.</summary>
public sealed class Fold
{
    internal Fold(int number, int seed, ImmutableArray<int> train, ImmutableArray<int> validation)
    {
        Number = number;
        Seed = seed;
        Train = train;
        Validation = validation;
    }

    /// <summary>The fold's number, counted from 0; the same in every trial.</summary>
    public int Number { get; }

    /// <summary>
    /// A seed for what is random in the training, for instance <c>new Random(fold.Seed)</c>; from 0 to 2,147,483,647. It is the same in every trial of the
    /// study, so that configs are compared under the same chance, and another in each fold.
    /// </summary>
    public int Seed { get; }

    /// <summary>The indices of the samples to train on; ascending, and without repetition but in a bootstrap.</summary>
    public ImmutableArray<int> Train { get; }

    /// <summary>The indices of the samples to score with, ascending; none of them is in <see cref="Train"/>.</summary>
    public ImmutableArray<int> Validation { get; }

    /// <summary>
    /// This fold of the samples that another one trains on, by their own indices: for a cross-validation within that one's training, which never sees its validation.
    /// </summary>
    /// <example><c>Folds.KFold(outer.Train.Length, 5)</c> splits the training of <c>outer</c>, and <c>inner.Within(outer)</c> says which samples are meant.</example>
    /// <param name="outer">The other fold.</param>
    /// <exception cref="ArgumentException">The fold has a sample beyond those that <paramref name="outer"/> trains on.</exception>
    public Fold Within(Fold outer)
    {
        ArgumentNullException.ThrowIfNull(outer);
        int last = Math.Max(Train.IsEmpty ? -1 : Train.Max(), Validation.IsEmpty ? -1 : Validation.Max());
        return last < outer.Train.Length
            ? new Fold(Number, Seed, [.. Train.Select(place => outer.Train[place])], [.. Validation.Select(place => outer.Train[place])])
            : throw new ArgumentException(
                $"Fold {Number} has sample {last}, and {outer} has only {outer.Train.Length} to train on: split as many samples as it trains on.", nameof(outer));
    }

    /// <summary>The fold in a few words, for instance <c>fold 3 (80 to train, 20 to validate)</c>.</summary>
    public override string ToString()
        => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"fold {Number} ({Train.Length} to train, {Validation.Length} to validate)");
}
