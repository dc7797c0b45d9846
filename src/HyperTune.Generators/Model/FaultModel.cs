namespace HyperTune.Generators.Model;

/// <summary>The first error in a declaration.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Page">The address of the page about it.</param>
internal sealed record FaultModel(string Id, string Message, string Page);
