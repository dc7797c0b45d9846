namespace HyperTune.Strategies.GridOver;

/// <summary>A combination of values of the parameters of a grid.</summary>
/// <param name="Name">The values in words.</param>
/// <param name="Values">The values, as a vector; not a number for all other parameters.</param>
/// <param name="Space">The space in which they are fixed.</param>
internal sealed record Combination(string Name, double[] Values, SearchSpace Space)
{
    /// <summary>Whether a trial has the values, as far as the parameters exist in it.</summary>
    public bool Has(ReadOnlySpan<double> vector)
    {
        for (int i = 0; i < Values.Length; i++)
        {
            if (!double.IsNaN(Values[i]) && !double.IsNaN(vector[i]) && vector[i] != Values[i])
            {
                return false;
            }
        }

        return true;
    }
}
