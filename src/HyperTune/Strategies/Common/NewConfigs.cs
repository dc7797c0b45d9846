using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>Which configs an evolutionary strategy may suggest: allowed ones that were not tried, as long as there are such.</summary>
internal sealed class NewConfigs
{
    private const ulong DesignSalt = 0x71D6C20FA8E95B34UL;

    private readonly UnitCube _cube;
    private readonly TriedConfigs _tried;
    private readonly UntriedConfigs _untried;
    private readonly StartDesign _design;
    private bool _isAnyKnown;

    /// <param name="cube">The space.</param>
    /// <param name="seed">The study's seed.</param>
    /// <param name="startWithDefault">Whether the default config comes first.</param>
    public NewConfigs(UnitCube cube, ulong seed, bool startWithDefault)
    {
        _cube = cube;
        _tried = new TriedConfigs(cube);
        _untried = new UntriedConfigs(cube, _tried);
        _design = new StartDesign(cube, _tried, RandomStream.Mix(seed ^ DesignSalt), startWithDefault);
    }

    /// <summary>Remembers a config that runs or ran.</summary>
    public void Add(ReadOnlySpan<double> vector)
    {
        _isAnyKnown = true;
        _tried.Add(vector);
    }

    /// <summary>Writes the default config, where no trial is known and it is allowed; where that is zero at ends of ranges, the middle.</summary>
    public bool TryStart(Span<double> vector) => !_isAnyKnown && _design.TryFill(first: 0, looks: 0, vector);

    /// <summary>Writes one of evenly spread configs, a different one for each trial.</summary>
    /// <returns><see langword="false"/> when the space is so small that they repeat themselves.</returns>
    public bool TryDesign(int trialNumber, Span<double> vector) => _design.TryFill(first: 0, looks: (2 * trialNumber) + 1, vector);

    /// <summary>Whether a vector of the space may be suggested.</summary>
    public bool MayTry(ReadOnlySpan<double> vector)
        => _tried.MayTry(vector) && _cube.Space.FindViolatedConstraint(vector) is null;

    /// <summary>Writes an untried config from anywhere; any allowed one where none is left.</summary>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    public void FillAnywhere(ref RandomStream random, Span<double> vector)
    {
        if (!_cube.CanRepeat || !_untried.TryFind(ref random, vector))
        {
            _cube.Space.SampleAllowedVector(ref random, vector);
        }
    }
}
