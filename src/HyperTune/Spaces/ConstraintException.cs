namespace HyperTune;

/// <summary>A space's constraints accept so little that nothing could be drawn.</summary>
public sealed class ConstraintException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public ConstraintException(string message)
        : base(message)
    {
    }

    internal static ConstraintException NothingDrawn(SearchSpace space, string constraint)
        => new($"No draw from the search space '{space.Name}' satisfied its constraints in {SearchSpace.MaximumDraws} tries; the last one broke '{constraint}'. "
            + "Widen the constraint, or narrow the ranges to where it can hold.");
}
