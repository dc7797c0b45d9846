using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>The trials before a model is asked: the space's default point, then a scrambled Sobol sequence.</summary>
internal sealed class StartDesign
{
    private readonly TriedConfigs _tried;
    private readonly SobolDesign _sobol;
    private readonly double[]? _default;

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
            double[] vector = [.. space.Parameters.Select(static parameter => parameter.DefaultValue)];
            space.Normalize(vector);
            _default = space.Contains(vector) && space.FindViolatedConstraint(vector) is null ? vector : null;
        }
    }

    /// <summary>Writes the default point or the first point of the sequence that no trial has tried.</summary>
    /// <param name="first">From which point of the sequence on to look.</param>
    /// <param name="looks">How many points to look at.</param>
    /// <param name="vector">Receives the vector.</param>
    /// <returns><see langword="false"/> when the space is so small that the design keeps repeating itself.</returns>
    public bool TryFill(uint first, int looks, Span<double> vector)
    {
        if (_default is not null && !_tried.Contains(_default))
        {
            _default.CopyTo(vector);
            return true;
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
}
