using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>
/// The trials before a model is asked: the space's default point; where that is zero at an end of ranges, the same in their middle; then a scrambled Sobol
/// sequence.
/// </summary>
internal sealed class StartDesign
{
    private readonly TriedConfigs _tried;
    private readonly SobolDesign _sobol;
    private readonly double[][] _points = [];

    /// <param name="cube">The space.</param>
    /// <param name="tried">The configs tried so far.</param>
    /// <param name="seed">The seed of the sequence.</param>
    /// <param name="startWithDefault">Whether the default point comes first, where it is allowed.</param>
    public StartDesign(UnitCube cube, TriedConfigs tried, ulong seed, bool startWithDefault)
    {
        _tried = tried;
        _sobol = new SobolDesign(cube, seed);
        if (startWithDefault)
        {
            SearchSpace space = cube.Space;
            double[][] points =
            [
                [.. space.Parameters.Select(static parameter => parameter.DefaultValue)],
                [.. space.Parameters.Select(static parameter => IsZeroAtAnEnd(parameter) ? parameter.Distribution.FromUnit(0.5) : parameter.DefaultValue)],
            ];
            _points = [.. points.Where(point => IsAllowed(space, point))];
        }
    }

    /// <summary>Writes the default point, the middle or the first point of the sequence that no trial has tried.</summary>
    /// <param name="first">From which point of the sequence on to look.</param>
    /// <param name="looks">How many points to look at.</param>
    /// <param name="vector">Receives the vector.</param>
    /// <returns><see langword="false"/> when the space is so small that the design keeps repeating itself.</returns>
    public bool TryFill(uint first, int looks, Span<double> vector)
    {
        foreach (double[] point in _points)
        {
            if (!_tried.Contains(point))
            {
                point.CopyTo(vector);
                return true;
            }
        }

        for (uint look = 0; look < looks; look++)
        {
            _sobol.Fill(unchecked(first + look), vector);
            if (_tried.MayTry(vector))
            {
                return true;
            }
        }

        return false;
    }

    // Zero is what a number is that nobody gave a value, and often a corner, of which a model learns little.
    private static bool IsZeroAtAnEnd(Parameter parameter)
    {
        Distribution distribution = parameter.Distribution;
        return parameter.DefaultValue == 0
            && distribution.Labels.IsEmpty
            && ((distribution.HasLowEnd && distribution.Low == 0) || (distribution.HasHighEnd && distribution.High == 0));
    }

    private static bool IsAllowed(SearchSpace space, double[] point)
    {
        space.Normalize(point);
        return space.Contains(point) && space.FindViolatedConstraint(point) is null;
    }
}
