namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once, before the first event. False ends the run quietly; an exception goes to Lambda.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
