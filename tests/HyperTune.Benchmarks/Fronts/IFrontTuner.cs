namespace HyperTune.Benchmarks;

/// <summary>What suggests vectors in a study of several objectives and learns from their outcomes.</summary>
internal interface IFrontTuner
{
    /// <summary>Writes the vector of the next trial.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="vector">Receives the vector.</param>
    void Ask(int number, double[] vector);

    /// <summary>Takes note of an outcome.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="vector">The trial's vector.</param>
    /// <param name="losses">The objectives, smaller is better.</param>
    /// <param name="excess">By how much each limit is exceeded; negative within.</param>
    void Tell(int number, double[] vector, double[] losses, double[] excess);
}
