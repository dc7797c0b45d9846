using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>A branch of a conditional space.</summary>
/// <param name="Dimension">The parameter that decides which others exist.</param>
/// <param name="Category">Its category on the branch.</param>
internal sealed record TpeBranch(CubeDimension Dimension, double Category);
