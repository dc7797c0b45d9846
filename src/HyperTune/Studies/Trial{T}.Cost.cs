using HyperTune.Numerics;

namespace HyperTune;

public sealed partial class Trial<T>
{
    /// <summary>
    /// Adds to what the trial has cost, in any unit that all trials share, such as dollars or GPU hours. The study keeps the sum when the trial ends, however it
    /// does (<see cref="TrialRecord{T}.Cost"/>), and a budget may limit it (<see cref="Budget.Cost"/>).
    /// </summary>
    /// <remarks>
    /// What an attempt that fails and is run again has cost counts, too. What one has cost whose process dies, or that is cancelled and waits for another run, is
    /// not known.
    /// </remarks>
    /// <param name="cost">What is added; finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative or not finite.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void AddCost(double cost)
    {
        Guard.FiniteAndAtLeast(cost, 0);
        ThrowIfAbandoned();
        Study.Engine.AddCost(Number, cost);
    }
}
